// Every page works without this file: it only makes some things quicker.
(() => {
  'use strict';

  for (const button of document.querySelectorAll('[data-reveal]')) {
    const field = document.getElementById(button.dataset.reveal);
    const show = (visible) => {
      field.type = visible ? 'text' : 'password';
      button.textContent = visible ? 'Hide' : 'Show';
      button.setAttribute('aria-label', button.textContent + ' password');
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      show(field.type === 'password');
      field.focus();
    });
    // A password in a text field would be kept by the browser's form history.
    field.form.addEventListener('submit', () => show(false));
  }

  const codes = () => [...document.querySelectorAll('[data-codes] li')].map((item) => item.textContent.trim()).join('\n') + '\n';

  const actions = {
    // What the button names, or the recovery codes of the page.
    async copy(button) {
      const source = document.getElementById(button.dataset.source);
      await navigator.clipboard.writeText(source ? source.textContent.trim() : codes());
      button.textContent = 'Copied';
    },
    print() {
      window.print();
    },
  };

  for (const button of document.querySelectorAll('[data-action]')) {
    button.hidden = false;
    button.addEventListener('click', () => actions[button.dataset.action](button));
  }

  // A second press while the first is under way would spend a code twice.
  for (const form of document.querySelectorAll('form')) {
    let sent = false;
    form.addEventListener('submit', (event) => {
      if (sent) {
        event.preventDefault();
      }
      sent = true;
      event.submitter?.setAttribute('aria-disabled', 'true');
    });
    // Back from the browser's cache: the form is fresh again.
    window.addEventListener('pageshow', () => {
      sent = false;
      form.querySelectorAll('[aria-disabled]').forEach((button) => button.removeAttribute('aria-disabled'));
    });
  }
})();

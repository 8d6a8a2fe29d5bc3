// Adds a passkey: asks this application's server for a token, lets the provider's script do the rest, and has the server look whether
// the passkey is there.
(() => {
  'use strict';

  const form = document.getElementById('passkey');
  const confirm = document.getElementById('confirm');
  const button = form.querySelector('[data-add]');
  if (!window.PublicKeyCredential || !window.authsignal) {
    return;
  }

  const say = (name) => {
    for (const message of form.querySelectorAll('[data-message]')) {
      message.hidden = message.dataset.message !== name;
    }
  };

  const begin = async () => {
    const answer = await fetch('?handler=Begin', {
      method: 'POST',
      headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value },
    });
    return answer.json();
  };

  const reasons = { InvalidStateError: 'known', NotAllowedError: 'cancelled', AbortError: 'cancelled' };

  const add = async () => {
    const { api, tenant, token, status } = await begin();
    if (status === 'StepUpNeeded') {
      confirm.hidden = false;
      form.hidden = true;
      confirm.querySelector('button').focus();
      return;
    }

    if (!token) {
      say(status === 'Refused' ? 'refused' : 'failed');
      return;
    }

    const { passkey } = new authsignal.Authsignal({ baseUrl: api, tenantId: tenant });
    const { data } = await passkey.signUp({ token, username: form.dataset.name });
    if (data?.token) {
      form.requestSubmit();
      return;
    }

    say('failed');
  };

  button.addEventListener('click', async () => {
    button.disabled = true;
    say('waiting');
    try {
      await add();
    } catch (error) {
      say(reasons[error.cause?.name ?? error.name] ?? (error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' ? 'known' : 'failed'));
    } finally {
      button.disabled = false;
    }
  });
  button.hidden = false;
})();

// Signs in by passkey: by the button, or from the list that the browser shows in the field of the user name. The token that the
// provider's script gets goes to this server in a form, never in an address.
(() => {
  'use strict';

  const form = document.getElementById('passkey');
  if (!form || !window.PublicKeyCredential || !window.authsignal) {
    return;
  }

  const { api, tenant, purpose: action } = form.dataset;
  const { passkey } = new authsignal.Authsignal({ baseUrl: api, tenantId: tenant });
  const button = form.querySelector('[data-start]');
  const password = document.querySelector('[name="Input.Password"]').form.elements;

  const say = (name) => {
    for (const message of form.querySelectorAll('[data-message]')) {
      message.hidden = message.dataset.message !== name;
    }
  };

  const finish = (token) => {
    form.elements.PasskeyToken.value = token;
    form.elements['Input.Username'].value = password['Input.Username'].value;
    form.elements['Input.RememberMe'].value = password['Input.RememberMe'].checked;
    form.requestSubmit();
  };

  // A ceremony that the person or another ceremony ended is no fault.
  const wasEnded = (error) => ['AbortError', 'NotAllowedError'].includes(error.name) || error.code === 'ERROR_CEREMONY_ABORTED';

  button.addEventListener('click', async () => {
    button.disabled = true;
    say('waiting');
    try {
      const { data } = await passkey.signIn({ action });
      if (data?.isVerified && data.token) {
        finish(data.token);
        return;
      }

      say('failed');
    } catch (error) {
      say(wasEnded(error) ? 'cancelled' : 'failed');
    } finally {
      button.disabled = false;
    }
  });

  const offerInField = async () => {
    try {
      const { data } = await passkey.signIn({ action, autofill: true });
      if (data?.isVerified && data.token) {
        finish(data.token);
      }
    } catch {
      // Nobody asked for it: the button and the password are there.
    }
  };

  form.hidden = false;
  PublicKeyCredential.isConditionalMediationAvailable?.().then((available) => available && offerInField());
})();

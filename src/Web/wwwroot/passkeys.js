// Uses and makes the passkeys that this server keeps. What the browser answers goes back in a form, never in an address.
(() => {
  'use strict';

  if (!window.PublicKeyCredential) {
    return;
  }

  const toBytes = (text) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  const toText = (bytes) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const withBytes = (credentials) => credentials?.map((one) => ({ ...one, id: toBytes(one.id) }));

  const ceremonies = {
    async use(options, more) {
      const { id, type, response } = await navigator.credentials.get({
        publicKey: { ...options, challenge: toBytes(options.challenge), allowCredentials: withBytes(options.allowCredentials) },
        ...more,
      });
      return {
        id,
        type,
        response: {
          clientDataJSON: toText(response.clientDataJSON),
          authenticatorData: toText(response.authenticatorData),
          signature: toText(response.signature),
          userHandle: response.userHandle ? toText(response.userHandle) : undefined,
        },
      };
    },
    async make(options) {
      const { id, type, response } = await navigator.credentials.create({
        publicKey: {
          ...options,
          challenge: toBytes(options.challenge),
          user: { ...options.user, id: toBytes(options.user.id) },
          excludeCredentials: withBytes(options.excludeCredentials),
        },
      });
      return {
        id,
        type,
        response: {
          clientDataJSON: toText(response.clientDataJSON),
          attestationObject: toText(response.attestationObject),
          transports: response.getTransports?.(),
        },
      };
    },
  };

  // What the person ended, or another ceremony, is no fault.
  const faults = { AbortError: 'cancelled', NotAllowedError: 'cancelled', InvalidStateError: 'present' };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const { passkey: ceremony, options, ticket } = form.dataset;
    const button = form.querySelector('[data-start]');
    const list = new AbortController();

    const say = (name) => {
      for (const message of form.querySelectorAll('[data-message]')) {
        message.hidden = message.dataset.message !== name;
      }
    };

    const run = async (more) => {
      const credential = await ceremonies[ceremony](JSON.parse(options), more);
      form.elements.PasskeyToken.value = JSON.stringify({ ticket, credential });
      // What was typed and ticked beside it goes along.
      for (const field of form.querySelectorAll('[data-from]')) {
        const { type, value, checked } = document.querySelector(field.dataset.from);
        field.value = type === 'checkbox' ? checked : value;
      }

      form.requestSubmit();
    };

    button.addEventListener('click', async () => {
      list.abort();
      button.disabled = true;
      say('waiting');
      try {
        await run();
      } catch (error) {
        say(faults[error.name] ?? 'failed');
      } finally {
        button.disabled = false;
      }
    });

    form.hidden = false;
    if ('list' in form.dataset) {
      // So that the server knows, when the person has signed in by other means, whom to ask about a passkey for the next time.
      PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable?.().then((available) => {
        if (available) {
          document.cookie = '__Host-cleanlogin-passkeys=1; Path=/; Secure; SameSite=Lax; Max-Age=900';
        }
      }).catch(() => {});


      // Nobody asked for it: if it fails, the button and the password are there.
      PublicKeyCredential.isConditionalMediationAvailable?.()
        .then((available) => available && run({ mediation: 'conditional', signal: list.signal }))
        .catch(() => {});
    }
  }

  for (const notice of document.querySelectorAll('[data-without-passkeys]')) {
    notice.hidden = true;
  }

  // Whoever keeps passkeys stops offering those that count no more. Not every browser passes that on.
  for (const { dataset } of document.querySelectorAll('[data-passkey-unknown]')) {
    PublicKeyCredential.signalUnknownCredential?.(JSON.parse(dataset.passkeyUnknown)).catch(() => {});
  }

  for (const { dataset } of document.querySelectorAll('[data-passkey-signal]')) {
    PublicKeyCredential.signalAllAcceptedCredentials?.(JSON.parse(dataset.accepted)).catch(() => {});
    PublicKeyCredential.signalCurrentUserDetails?.(JSON.parse(dataset.details)).catch(() => {});
  }
})();

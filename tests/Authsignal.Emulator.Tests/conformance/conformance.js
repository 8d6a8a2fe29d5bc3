// Runs every case against the emulator at EMULATOR_URL with the official client and prints one line for each:
// "ok <case>" or "not ok <case>: <reason>".
import assert from "node:assert/strict";
import { Authsignal, AuthsignalError } from "@authsignal/node";
import { Authsignal as OldAuthsignal } from "@authsignal/node-0.0.48";
import { Browser } from "./browser.js";
import { totp } from "./totp.js";

const origin = process.env.EMULATOR_URL.replace(/\/$/, "");
const apiUrl = `${origin}/v1`;
// The client installs retries on a shared axios as soon as one instance asks for them, so none does.
const client = new Authsignal({ apiSecretKey: process.env.EMULATOR_SECRET, apiUrl, retries: 0 });
const browser = new Browser(origin);
const redirectUrl = "https://login.example/callback?tx=1";

const track = (userId, attributes = {}) => client.track({ userId, action: "Login", attributes: { redirectUrl, ...attributes } });
const enrollSms = (userId) =>
  client.enrollVerifiedAuthenticator({ userId, attributes: { verificationMethod: "SMS", phoneNumber: "+15550100" } });

async function control(method, path, body) {
  const response = await fetch(`${origin}/control${path}`, { method, body: body && JSON.stringify(body) });
  assert.ok(response.ok, `${method} ${path} answered ${response.status}`);
  return response.status === 204 ? undefined : response.json();
}

async function refusal(promise) {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof AuthsignalError, `not an AuthsignalError: ${error}`);
    return error;
  }
  assert.fail("was not refused");
}

const cases = {
  async "bad secret"() {
    const stranger = new Authsignal({ apiSecretKey: "sk_wrong", apiUrl, retries: 0 });
    const error = await refusal(stranger.getUser({ userId: "u1" }));
    assert.equal(error.statusCode, 401);
    assert.equal(error.errorCode, "unauthorized");
    assert.equal(
      error.errorDescription,
      "The request is unauthorized. Check that your API key and region base URL are correctly configured.");
  },

  async "enroll, get, update, delete user"() {
    const enrolled = await enrollSms("u1");
    assert.equal(enrolled.authenticator.verificationMethod, "SMS");
    const user = await client.getUser({ userId: "u1" });
    assert.equal(user.isEnrolled, true);
    assert.equal(user.email, undefined);
    assert.deepEqual(user.enrolledVerificationMethods, ["SMS"]);
    const attributes = { email: "u1@example.org", username: "uma", displayName: "Uma", custom: { vip: true, level: 3 } };
    const updated = await client.updateUser({ userId: "u1", attributes });
    for (const [name, value] of Object.entries(attributes)) {
      assert.deepEqual(updated[name], value);
    }
    await client.deleteUser({ userId: "u1" });
    assert.equal((await client.getUser({ userId: "u1" })).isEnrolled, false);
  },

  async "enroll, list, delete authenticator"() {
    const { authenticator } = await enrollSms("u1");
    const [listed, ...others] = await client.getAuthenticators({ userId: "u1" });
    assert.equal(others.length, 0);
    assert.equal(listed.userAuthenticatorId, authenticator.userAuthenticatorId);
    assert.equal(listed.phoneNumber, "+15550100");
    await client.deleteAuthenticator({ userId: "u1", userAuthenticatorId: listed.userAuthenticatorId });
    assert.deepEqual(await client.getAuthenticators({ userId: "u1" }), []);
  },

  async "track, validate, update and get action"() {
    await enrollSms("u1");
    const { state, token, idempotencyKey, isEnrolled } = await track("u1");
    assert.equal(state, "CHALLENGE_REQUIRED");
    assert.equal(isEnrolled, true);
    const validated = await client.validateChallenge({ token });
    assert.equal(validated.isValid, false);
    assert.equal(validated.state, "CHALLENGE_REQUIRED");
    assert.equal(validated.userId, "u1");
    assert.equal(validated.action, "Login");
    assert.equal(validated.idempotencyKey, idempotencyKey);
    const key = { userId: "u1", action: "Login", idempotencyKey };
    assert.equal((await client.updateAction({ ...key, attributes: { state: "REVIEW_REQUIRED" } })).state, "REVIEW_REQUIRED");
    const action = await client.getAction(key);
    assert.equal(action.state, "REVIEW_REQUIRED");
    assert.match(action.createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  },

  async "track without attributes"() {
    const answer = await client.track({ userId: "u1", action: "Login" });
    assert.equal(answer.state, "ALLOW");
    assert.equal(answer.isEnrolled, false);
    assert.ok(answer.url.includes("?"));
  },

  async "token of another user or action"() {
    const { token } = await track("u1");
    const user = await client.validateChallenge({ token, userId: "u2" });
    assert.deepEqual([user.isValid, user.error, user.userId], [false, "User is invalid.", undefined]);
    const action = await client.validateChallenge({ token, action: "Transfer" });
    assert.deepEqual([action.isValid, action.error, action.state], [false, "Action is invalid.", undefined]);
  },

  async "garbage token"() {
    const error = await refusal(client.validateChallenge({ token: "garbage" }));
    assert.equal(error.statusCode, 400);
    assert.equal(error.errorCode, "invalid_request");
  },

  async "query users"() {
    await client.updateUser({ userId: "u1", attributes: { email: "a+b@example.org" } });
    await client.updateUser({ userId: "u2", attributes: { email: "other@example.org" } });
    const { users } = await client.queryUsers({ email: "a+b@example.org" });
    assert.deepEqual(users.map((user) => user.userId), ["u1"]);
  },

  async "query user actions"() {
    await track("u1", { idempotencyKey: "k1" });
    await client.track({ userId: "u1", action: "Transfer" });
    const actions = await client.queryUserActions({ userId: "u1", actionCodes: ["Login", "Other"], state: "ALLOW" });
    assert.deepEqual(actions.map((action) => [action.actionCode, action.idempotencyKey]), [["Login", "k1"]]);
  },

  async "enroll an authenticator app, then sign in with it"() {
    const first = await track("u1");
    assert.equal(first.state, "ALLOW");
    await browser.open(first.url);
    const enrolment = await browser.open(browser.link("method-totp"));
    const secret = enrolment.text("totp-secret");
    let token = await browser.submit("totp-form", { code: totp(secret) });
    let validated = await client.validateChallenge({ token, userId: "u1", action: "Login" });
    assert.equal(validated.isValid, true);
    assert.equal(validated.state, "CHALLENGE_SUCCEEDED");
    assert.equal(validated.verificationMethod, "AUTHENTICATOR_APP");
    assert.equal(validated.idempotencyKey, first.idempotencyKey);

    const second = await track("u1");
    assert.equal(second.state, "CHALLENGE_REQUIRED");
    await browser.open(second.url);
    // The step after this one: the present one has been used.
    token = await browser.submit("totp-form", { code: totp(secret, 1) });
    validated = await client.validateChallenge({ token });
    assert.equal(validated.isValid, true);
    assert.equal(validated.idempotencyKey, second.idempotencyKey);
  },

  async "sign in by e-mail"() {
    await client.enrollVerifiedAuthenticator({ userId: "u1", attributes: { verificationMethod: "EMAIL_OTP", email: "u1@example.org" } });
    const { url } = await track("u1");
    await browser.open(url);
    await browser.press("send-code");
    const { code } = await control("GET", "/emails/last?userId=u1");
    const token = await browser.submit("email-code-form", { code });
    const validated = await client.validateChallenge({ token });
    assert.deepEqual([validated.isValid, validated.verificationMethod], [true, "EMAIL_OTP"]);
  },

  async "quit and deny"() {
    await client.enrollVerifiedAuthenticator({ userId: "u1", attributes: { verificationMethod: "EMAIL_OTP", email: "u1@example.org" } });
    for (const [button, state] of [["quit", "CHALLENGE_REQUIRED"], ["deny", "CHALLENGE_FAILED"]]) {
      await browser.open((await track("u1")).url);
      const validated = await client.validateChallenge({ token: await browser.press(button) });
      assert.deepEqual([validated.isValid, validated.state], [false, state]);
    }
  },

  async "blocked"() {
    await control("PATCH", "/knobs", { outcomes: [{ outcome: "BLOCK", action: "Login" }] });
    const { state, token } = await track("u1");
    assert.equal(state, "BLOCK");
    assert.equal((await client.validateChallenge({ token })).isValid, false);
  },

  async "the oldest client, which reads the token itself"() {
    const old = new OldAuthsignal({ secret: process.env.EMULATOR_SECRET, apiBaseUrl: apiUrl, redirectUrl });
    await old.enrollVerifiedAuthenticator({ userId: "u1", verificationMethod: "SMS", phoneNumber: "+15550100" });
    const { state, token, idempotencyKey } = await old.track({ userId: "u1", action: "Login" });
    assert.equal(state, "CHALLENGE_REQUIRED");
    const before = await old.validateChallenge({ token });
    assert.deepEqual([before.success, before.state, before.userId, before.action], [false, state, "u1", "Login"]);
    await control("POST", "/actions/complete", { userId: "u1", action: "Login", idempotencyKey });
    assert.equal((await old.validateChallenge({ token })).success, true);
    assert.equal((await old.validateChallenge({ token, userId: "u2" })).success, false);
  },

  async "send a code, verify it, claim it for a user"() {
    const sent = await client.challenge({ verificationMethod: "EMAIL_OTP", email: "u1@example.org", action: "Login" });
    assert.ok(sent.expiresAt * 1000 > Date.now());
    const open = await client.getChallenge({ challengeId: sent.challengeId });
    assert.deepEqual([open.challengeId, open.email, open.action], [sent.challengeId, "u1@example.org", "Login"]);
    const wrong = await client.verify({ challengeId: sent.challengeId, verificationCode: "" });
    assert.deepEqual([wrong.isVerified, wrong.failureReason], [false, "CODE_INVALID_OR_EXPIRED"]);
    await refusal(client.claimChallenge({ challengeId: sent.challengeId, userId: "u1" }));
    const { code } = await control("GET", "/emails/last");
    assert.equal((await client.verify({ challengeId: sent.challengeId, verificationCode: code })).isVerified, true);
    const { token, verificationMethod } = await client.claimChallenge({ challengeId: sent.challengeId, userId: "u1" });
    assert.equal(verificationMethod, "EMAIL_OTP");
    const validated = await client.validateChallenge({ token, userId: "u1", action: "Login" });
    assert.deepEqual([validated.isValid, validated.idempotencyKey], [true, sent.idempotencyKey]);
  },

  async "begin, validate, refresh and revoke sessions"() {
    await enrollSms("u1");
    const { token, idempotencyKey } = await track("u1");
    await refusal(client.createSession({ clientId: "app", token }));
    await control("POST", "/actions/complete", { userId: "u1", action: "Login", idempotencyKey, verificationMethod: "SMS" });
    const first = await client.createSession({ clientId: "app", token, action: "Login" });
    const { user, expiresAt, verificationMethod } = await client.validateSession({ accessToken: first.accessToken, clientIds: ["app"] });
    assert.deepEqual([user.userId, verificationMethod], ["u1", "SMS"]);
    assert.ok(expiresAt * 1000 > Date.now());
    assert.equal((await refusal(client.validateSession({ accessToken: first.accessToken, clientIds: ["other"] }))).statusCode, 401);
    const second = await client.refreshSession({ refreshToken: first.refreshToken });
    await refusal(client.refreshSession({ refreshToken: first.refreshToken }));
    await refusal(client.validateSession({ accessToken: first.accessToken }));
    await client.revokeSession({ accessToken: second.accessToken });
    await refusal(client.validateSession({ accessToken: second.accessToken }));
    const third = await client.createSession({ clientId: "app", token });
    await client.revokeUserSessions({ userId: "u1" });
    await refusal(client.validateSession({ accessToken: third.accessToken }));
  },

  async "ids"() {
    // The clients escape nothing, so whoever calls them must.
    for (const id of ["a/b", "a?b", "a#b", "100%", "a+b", "a:b", "auth0|123", "a@b.c", "a\\b", "a b", "ü", "a%2Fb"]) {
      const userId = encodeURIComponent(id);
      await client.updateUser({ userId, attributes: { displayName: id } });
      assert.equal((await client.getUser({ userId })).displayName, id);
      const { token } = await track(userId);
      assert.equal((await client.validateChallenge({ token, userId: id })).userId, id);
    }
  },

  async "signed events"() {
    await control("PATCH", "/knobs", { webhookUrl: "http://127.0.0.1:9/", webhookSecrets: ["sk_other", process.env.EMULATOR_SECRET] });
    const { body, signature } = await control("POST", "/webhooks", { type: "authenticator.deleted", data: { userId: "u1" } });
    const event = client.webhook.constructEvent(body, signature);
    assert.deepEqual([event.type, event.data.userId], ["authenticator.deleted", "u1"]);
    assert.throws(() => client.webhook.constructEvent(body.replace("u1", "u2"), signature));
  },

  async "bad gateway"() {
    await control("PATCH", "/knobs", { faults: [{ status: 502, body: "<html></html>", mediaType: "text/html" }] });
    assert.equal((await refusal(track("u1"))).statusCode, 502);
  },
};

for (const [name, run] of Object.entries(cases)) {
  try {
    await control("POST", "/reset");
    await run();
    console.log(`ok ${name}`);
  } catch (error) {
    console.log(`not ok ${name}: ${error.message.replaceAll("\n", " ")}`);
  }
}

import assert from "node:assert/strict";

/** Just enough of a browser for pages of plain links and forms. */
export class Browser {
  #origin;
  #html = "";

  constructor(origin) {
    this.#origin = origin;
  }

  async open(url) {
    const response = await fetch(new URL(url, this.#origin));
    this.#html = await response.text();
    assert.equal(response.status, 200, `${new URL(url, this.#origin).pathname} answered ${response.status}`);
    return this;
  }

  text(id) {
    return this.#match(new RegExp(`id="${id}"[^>]*>([^<]*)<`));
  }

  link(id) {
    return this.#match(new RegExp(`id="${id}" href="([^"]*)"`)).replaceAll("&amp;", "&");
  }

  /** Posts the form with this id. Answers the token that was handed back, or undefined if the user stays in the UI. */
  submit(id, fields) {
    return this.#post(this.#match(new RegExp(`<form id="${id}"(.*?)</form>`, "s")), fields);
  }

  /** Posts the form that has nothing but the button with this id. */
  press(id) {
    const form = [...this.#html.matchAll(/<form(.*?)<\/form>/gs)].find(([text]) => text.includes(`id="${id}"`));
    assert.ok(form, `no button ${id}`);
    return this.#post(form[1], {});
  }

  async #post(form, fields) {
    const action = /action="([^"]*)"/.exec(form)[1];
    const token = /name="token" value="([^"]*)"/.exec(form)[1];
    const body = new URLSearchParams({ token, ...fields });
    const response = await fetch(new URL(action, this.#origin), { method: "POST", body, redirect: "manual" });
    if (response.status === 302) {
      return new URL(response.headers.get("location")).searchParams.get("token");
    }
    assert.equal(response.status, 200, `${action} answered ${response.status}`);
    this.#html = await response.text();
    return undefined;
  }

  #match(pattern) {
    const match = pattern.exec(this.#html);
    assert.ok(match, `no ${pattern} on the page`);
    return match[1];
  }
}

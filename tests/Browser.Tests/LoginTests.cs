using CleanLogin.Browser.Tests.Driving;
using CleanLogin.Browser.Tests.Hosting;

namespace CleanLogin.Browser.Tests;

// Each login on each engine. The engine that this was not built with is reported as skipped, with the reason.

public sealed class BuiltInLoginTests(BrowserFixture browser) : BuiltInLoginContract(browser, Engines.Built.MissingDefault);

public sealed class HostedMfaLoginTests(BrowserFixture browser) : HostedMfaLoginContract(browser, Engines.Built.MissingDefault);

public sealed class DuendeBuiltInLoginTests(BrowserFixture browser) : BuiltInLoginContract(browser, Engines.Built.MissingDuende);

public sealed class DuendeHostedMfaLoginTests(BrowserFixture browser) : HostedMfaLoginContract(browser, Engines.Built.MissingDuende);

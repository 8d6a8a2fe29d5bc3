extern alias web;

using CleanLogin.Testing;

namespace CleanLogin.Browser.Tests.Hosting;

internal static class Engines
{
    public static BuiltEngine Built { get; } = new(typeof(web::Program).Assembly);
}

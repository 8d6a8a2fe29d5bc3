using Microsoft.AspNetCore.Http;

namespace CleanLogin.Architecture.Tests.Offenders;

public sealed class DomainThatReadsTheWeb
{
    // In a body alone: the rules look further than signatures.
    public static bool IsSecure(object request) => request is HttpRequest { IsHttps: true };
}

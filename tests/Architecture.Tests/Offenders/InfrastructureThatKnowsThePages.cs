namespace CleanLogin.Architecture.Tests.Offenders;

public sealed class InfrastructureThatKnowsThePages
{
    public static string Page() => nameof(Web) + typeof(Web.Pages.IndexModel).Name;
}

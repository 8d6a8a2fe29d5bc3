namespace CleanLogin.Web.Pages.Shared;

/// <summary>The recovery codes, shown once, and the way on. Both are secrets, so it does not print.</summary>
public sealed class RecoveryCodesView(IReadOnlyList<string> codes, string next)
{
    /// <summary>The codes as they are to be kept.</summary>
    public IReadOnlyList<string> Codes => codes;

    /// <summary>The callback that ends this login.</summary>
    public string Next => next;
}

namespace CleanLogin.Web.Pages.Mfa;

/// <summary>A form with one code, as typed.</summary>
public sealed class CodeInput
{
    /// <summary>The code. Never written back into a page.</summary>
    public string? Code { get; set; }
}

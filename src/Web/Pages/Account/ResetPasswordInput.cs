namespace CleanLogin.Web.Pages.Account;

/// <summary>The form for a new password.</summary>
public sealed class ResetPasswordInput
{
    /// <summary>The new password. Never written back into a page.</summary>
    public string? Password { get; set; }
}

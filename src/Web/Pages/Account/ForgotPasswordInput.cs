namespace CleanLogin.Web.Pages.Account;

/// <summary>The form of whoever has forgotten a password.</summary>
public sealed class ForgotPasswordInput
{
    /// <summary>The user name or the address.</summary>
    public string? Name { get; set; }
}

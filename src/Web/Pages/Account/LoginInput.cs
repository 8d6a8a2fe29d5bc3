namespace CleanLogin.Web.Pages.Account;

/// <summary>The form of the login page, as typed.</summary>
public sealed class LoginInput
{
    /// <summary>The user name.</summary>
    public string? Username { get; set; }

    /// <summary>The password. Never written back into a page.</summary>
    public string? Password { get; set; }

    /// <summary>Whether to stay signed in after the browser is closed.</summary>
    public bool RememberMe { get; set; }
}

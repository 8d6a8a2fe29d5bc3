namespace CleanLogin.Web.Pages.Manage;

/// <summary>The form that changes a password. Neither password is ever written back into a page.</summary>
public sealed class PasswordInput
{
    /// <summary>The password so far.</summary>
    public string? Present { get; set; }

    /// <summary>The new one.</summary>
    public string? Fresh { get; set; }

    /// <summary>Whether other sessions end with it. As most people want it who fear for their password.</summary>
    public bool EndOthers { get; set; } = true;
}

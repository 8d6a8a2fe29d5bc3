namespace CleanLogin.Web.Pages.Manage.Passkeys;

/// <summary>The form in which a passkey is renamed, as typed.</summary>
public sealed class RenameInput
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }
}

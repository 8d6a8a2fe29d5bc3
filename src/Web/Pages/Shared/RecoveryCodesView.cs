using CleanLogin.Application.Authenticators;

namespace CleanLogin.Web.Pages.Shared;

/// <summary>A sheet of recovery codes on a page, and where it can be had as a file. It does not print.</summary>
public sealed class RecoveryCodesView(RecoveryCodeSheet sheet, string fileUrl)
{
    /// <summary>The sheet.</summary>
    public RecoveryCodeSheet Sheet => sheet;

    /// <summary>The address of the file. It holds no secret: it is good for as long as the page itself.</summary>
    public string FileUrl => fileUrl;
}

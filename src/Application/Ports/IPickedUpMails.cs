using CleanLogin.Application.Mails.ListPickedUp;

namespace CleanLogin.Application.Ports;

/// <summary>Mails that were put into a folder instead of being sent.</summary>
public interface IPickedUpMails
{
    /// <summary>The latest of them, the newest first; null everywhere but in Development, where nobody's real mail is among them.</summary>
    Task<IReadOnlyList<PickedUpMail>?> ListAsync(CancellationToken ct);
}

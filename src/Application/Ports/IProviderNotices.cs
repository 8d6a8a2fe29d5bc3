namespace CleanLogin.Application.Ports;

/// <summary>The messages of the MFA provider that have taken effect.</summary>
public interface IProviderNotices
{
    /// <summary>
    /// Records a message with its events and ends the logins that it names, sessions and refresh tokens with them: all of it or nothing.
    /// False: a message of that id was recorded before, and nothing is done. Of parallel calls one gets true.
    /// </summary>
    Task<bool> RecordAsync(ProviderNotice notice, CancellationToken ct);
}

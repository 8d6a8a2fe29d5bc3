namespace CleanLogin.Authsignal.Emulator.State;

/// <summary>Challenges on their way. Each is answered once at most: taking it forgets it.</summary>
internal sealed class PasskeyCeremonies
{
    private readonly Dictionary<string, PasskeyCeremony> _ceremonies = new(StringComparer.Ordinal);

    /// <returns>The id under which the answer will come.</returns>
    public string Begin(PasskeyCeremony ceremony, string? challengeId = null)
    {
        challengeId ??= Guid.NewGuid().ToString();
        _ceremonies[challengeId] = ceremony;
        return challengeId;
    }

    public T? Take<T>(string? challengeId, DateTimeOffset now)
        where T : PasskeyCeremony =>
        challengeId is not null && _ceremonies.Remove(challengeId, out var ceremony) && now < ceremony.ExpiresAt ? ceremony as T : null;

    public void Clear() => _ceremonies.Clear();
}

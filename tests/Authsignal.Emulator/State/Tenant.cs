using CleanLogin.Authsignal.Emulator.Control;

namespace CleanLogin.Authsignal.Emulator.State;

/// <summary>
/// Everything that the emulated tenant remembers. Whoever touches it does so inside <see cref="Run{T}"/>: one request at a
/// time, so that "used once" is true for parallel requests as well.
/// </summary>
internal sealed class Tenant
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TenantUser> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<ActionKey, TrackedAction> _actions = [];
    private readonly List<SentEmail> _emails = [];
    private readonly List<SentChallenge> _challenges = [];

    public IEnumerable<TenantUser> Users => _users.Values;
    public IEnumerable<TrackedAction> Actions => _actions.Values;
    public IReadOnlyList<SentEmail> Emails => _emails;
    public IReadOnlyList<SentChallenge> Challenges => _challenges;
    public HashSet<string> UsedTokens { get; } = new(StringComparer.Ordinal);
    public List<TenantSession> Sessions { get; } = [];
    public PasskeyCeremonies Ceremonies { get; } = new();

    public T Run<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }

    public TenantUser? FindUser(string id) => _users.GetValueOrDefault(id);

    public TenantUser GetOrAddUser(string id)
    {
        if (!_users.TryGetValue(id, out var user))
        {
            _users.Add(id, user = new TenantUser(id));
        }

        return user;
    }

    /// <summary>Forgets a user with authenticators and history.</summary>
    public void RemoveUser(string id)
    {
        _users.Remove(id);
        Sessions.RemoveAll(session => session.UserId == id);
        foreach (var key in _actions.Keys.Where(key => key.UserId == id).ToList())
        {
            _actions.Remove(key);
        }
    }

    public TrackedAction? FindAction(ActionKey key) => _actions.GetValueOrDefault(key);

    /// <summary>Whose passkey this is, or null if nobody has it (any more).</summary>
    public (TenantUser User, UserAuthenticator Authenticator)? FindPasskey(string credentialId)
    {
        foreach (var user in _users.Values)
        {
            if (user.Authenticators.FirstOrDefault(candidate => candidate.Passkey?.Id == credentialId) is { } authenticator)
            {
                return (user, authenticator);
            }
        }

        return null;
    }

    public void Add(TrackedAction action) => _actions.Add(action.Key, action);

    public void Add(SentEmail email) => _emails.Add(email);

    public void Add(SentChallenge challenge) => _challenges.Add(challenge);

    public SentChallenge? FindChallenge(string? id) => _challenges.Find(challenge => challenge.Id == id);

    public void Clear()
    {
        _users.Clear();
        _actions.Clear();
        _emails.Clear();
        _challenges.Clear();
        UsedTokens.Clear();
        Sessions.Clear();
        Ceremonies.Clear();
    }
}

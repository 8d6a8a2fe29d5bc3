using CleanLogin.Authsignal.Emulator.Api;
using CleanLogin.Authsignal.Emulator.State;

namespace CleanLogin.Authsignal.Emulator.Client;

/// <summary>Who calls the client API. A closed set.</summary>
internal abstract record ClientCaller
{
    private ClientCaller()
    {
    }

    /// <summary>A page that knows the tenant's id, which is public, and nobody yet.</summary>
    public sealed record Page : ClientCaller;

    /// <summary>Whoever holds the token of an action: its user, as far as that can be known.</summary>
    public sealed record Holder(string Token, ActionKey Action) : ClientCaller;

    public sealed record Refused(ApiResult Answer) : ClientCaller;
}

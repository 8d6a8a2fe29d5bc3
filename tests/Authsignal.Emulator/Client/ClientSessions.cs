using CleanLogin.Authsignal.Emulator.Api;
using CleanLogin.Authsignal.Emulator.State;

namespace CleanLogin.Authsignal.Emulator.Client;

/// <summary>Opens what a token stands for, and runs one step of one caller at a time.</summary>
internal sealed class ClientSessions(Tenant tenant)
{
    public ApiResult Run(ClientCaller caller, Func<ClientSession, ApiResult> step) =>
        tenant.Run(() => Find(caller) is { } session ? step(session) : ClientCallers.Unauthorized.Answer);

    /// <returns>Why the caller may not go on, or null if it may.</returns>
    public ApiResult? Check(ClientCaller caller, Func<ClientSession, ApiResult?> step) =>
        tenant.Run(() => Find(caller) is { } session ? step(session) : ClientCallers.Unauthorized.Answer);

    private ClientSession? Find(ClientCaller caller) =>
        caller is ClientCaller.Holder holder
        && tenant.FindAction(holder.Action) is { } action
        && tenant.FindUser(holder.Action.UserId) is { } user
            ? new ClientSession(action, user)
            : null;
}

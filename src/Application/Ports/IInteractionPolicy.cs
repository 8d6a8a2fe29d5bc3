namespace CleanLogin.Application.Ports;

/// <summary>
/// The engine asks on every pass of an authorization request: let through, authenticate (again), or refuse. Step-up (RFC 9470) lives
/// here, so that it is the same with every engine.
/// </summary>
public interface IInteractionPolicy
{
    /// <summary>Decides for this request and the session of this browser, if there is one.</summary>
    ValueTask<InteractionRequirement> EvaluateAsync(AuthorizationContext context, LoginSession? session, CancellationToken ct);
}

using System.Collections.Concurrent;
using CleanLogin.Application.Ports;

namespace CleanLogin.Web.Tests.Protocol;

/// <summary>The server's own policy, with every question written down; a test may put an answer in its place.</summary>
internal sealed class WatchedPolicy(IInteractionPolicy own, WatchedPolicy.Notes notes) : IInteractionPolicy
{
    public ValueTask<InteractionRequirement> EvaluateAsync(
        AuthorizationContext context, LoginSession? session, CancellationToken ct)
    {
        notes.Questions.Enqueue((context, session));
        return notes.Answer is { } answer ? ValueTask.FromResult(answer) : own.EvaluateAsync(context, session, ct);
    }

    internal sealed class Notes
    {
        public ConcurrentQueue<(AuthorizationContext Context, LoginSession? Session)> Questions { get; } = new();

        public InteractionRequirement? Answer { get; set; }
    }
}

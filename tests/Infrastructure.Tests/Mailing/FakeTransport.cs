using System.Collections.Concurrent;
using CleanLogin.Infrastructure.Mailing;

namespace CleanLogin.Infrastructure.Tests.Mailing;

/// <summary>Answers as the test says, and keeps what it was given.</summary>
internal sealed class FakeTransport(Func<Letter, Delivery> answer) : IMailTransport
{
    public ConcurrentQueue<Letter> Sent { get; } = new();

    public static FakeTransport Willing() => new(_ => new Delivery.Delivered());

    public Task<Delivery> SendAsync(Letter letter, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Sent.Enqueue(letter);
        return Task.FromResult(answer(letter));
    }
}

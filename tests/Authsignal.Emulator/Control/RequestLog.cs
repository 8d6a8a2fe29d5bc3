using System.Collections.Concurrent;
using CleanLogin.Authsignal.Emulator.Api;

namespace CleanLogin.Authsignal.Emulator.Control;

internal sealed class RequestLog
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public void Record(ApiRequest request) => _requests.Enqueue(new RecordedRequest
    {
        Method = request.Method,
        Target = request.RawTarget,
        Headers = request.Headers,
        Body = request.Body,
    });

    public void Clear() => _requests.Clear();
}

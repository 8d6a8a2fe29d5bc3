namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>
/// Reads an answer to its end inside the try. The pipeline's time-outs end with the headers, and the client's own is off: a service that
/// stalls in the middle of a body would hold a login for ever.
/// </summary>
internal sealed class WholeAnswerHandler : DelegatingHandler
{
    // The longest answer that a login reads has a few hundred bytes and a token.
    private const int MaxBytes = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}

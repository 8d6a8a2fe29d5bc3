using CleanLogin.Infrastructure.Mfa;
using Polly;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>
/// Asks for a person who does not exist, past the circuit of the other calls: that one can be opened by logins that are made to fail.
/// </summary>
internal sealed class AuthsignalProbe(HttpClient http, AuthsignalHealth health) : IOutageProbe
{
    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        if (health.IsDown)
        {
            return false;
        }

        try
        {
            // Whatever it says, a wrong key included: who speaks is not down.
            using var answer = await http.GetAsync(
                new Uri("users/" + Guid.NewGuid().ToString("D"), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct);
            if ((int)answer.StatusCode < 500)
            {
                return true;
            }
        }
        catch (Exception outage) when (outage is HttpRequestException or ExecutionRejectedException
            || (outage is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // No answer is the answer.
        }

        health.RememberDown();
        return false;
    }
}

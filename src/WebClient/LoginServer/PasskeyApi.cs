using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace CleanLogin.WebClient.LoginServer;

/// <summary>The login server's API for the passkeys of whoever is signed in here. It keeps the key of the provider; this application has none.</summary>
internal sealed class PasskeyApi(IHttpClientFactory http, IOptions<LoginServerOptions> options)
{
    /// <summary>The passkeys that are there.</summary>
    public Task<PasskeyAnswer<PasskeyList>> ListAsync(string accessToken, CancellationToken ct) =>
        SendAsync<PasskeyList>(HttpMethod.Get, "", accessToken, ct);

    /// <summary>What a browser needs to add one.</summary>
    public Task<PasskeyAnswer<PasskeyEnrolment>> BeginAsync(string accessToken, CancellationToken ct) =>
        SendAsync<PasskeyEnrolment>(HttpMethod.Post, "/enrolment", accessToken, ct);

    /// <summary>Whether one was added. Only the login server knows.</summary>
    public Task<PasskeyAnswer<PasskeyCompletion>> CompleteAsync(string accessToken, CancellationToken ct) =>
        SendAsync<PasskeyCompletion>(HttpMethod.Post, "/enrolment/completion", accessToken, ct);

    private async Task<PasskeyAnswer<T>> SendAsync<T>(HttpMethod method, string path, string accessToken, CancellationToken ct)
        where T : class
    {
        using var request = new HttpRequestMessage(method, new Uri(options.Value.Authority.TrimEnd('/') + "/api/passkeys" + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var client = http.CreateClient(WebClientHost.BackChannel);
        using var response = await client.SendAsync(request, ct);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => new PasskeyAnswer<T>(PasskeyStatus.Answered, await response.Content.ReadFromJsonAsync<T>(ct)),
            HttpStatusCode.NotFound => new PasskeyAnswer<T>(PasskeyStatus.NotOffered),
            HttpStatusCode.Conflict => new PasskeyAnswer<T>(PasskeyStatus.Refused),
            HttpStatusCode.Unauthorized when AsksForStepUp(response) => new PasskeyAnswer<T>(PasskeyStatus.StepUpNeeded),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new PasskeyAnswer<T>(PasskeyStatus.TokenRefused),
            _ => new PasskeyAnswer<T>(PasskeyStatus.Unavailable),
        };
    }

    // RFC 9470 §3: the token is good, the sign-in that it stems from is too old or too weak.
    private static bool AsksForStepUp(HttpResponseMessage response) => response.Headers.WwwAuthenticate.Any(challenge =>
        challenge.Parameter?.Contains("insufficient_user_authentication", StringComparison.Ordinal) is true);
}

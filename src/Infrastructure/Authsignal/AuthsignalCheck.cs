using System.Net;
using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using Microsoft.Extensions.Options;
using Polly;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>
/// Goes the way of a login with a person who does not exist, without an authenticator and with one. Only so the service tells what its
/// portal is set to. The person is removed again.
/// </summary>
internal sealed class AuthsignalCheck(
    AuthsignalApi api, IOptions<AuthsignalOptions> options, AllowedMethods allowed, ServerAddress address) : IConfigurationCheck
{
    // A domain that nobody can have (RFC 2606 §2).
    private const string NobodysAddress = "nobody@cleanlogin.invalid";

    private readonly string _nobody = "cleanlogin-check-" + Guid.NewGuid().ToString("N");

    private AuthsignalOptions Tenant => options.Value;

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        var findings = new List<Finding>();
        try
        {
            if (await CheckKeyAsync(findings, ct) && await CheckActionAsync(findings, ct))
            {
                await CheckChallengeAsync(findings, ct);
            }
        }
        catch (Exception outage) when (outage is HttpRequestException or ExecutionRejectedException or IOException
            || (outage is OperationCanceledException && !ct.IsCancellationRequested))
        {
            findings.Add(Finding.Fault(
                $"Authsignal does not answer at {Host}: {outage.GetType().Name}. Check Authsignal:Url, and whether this machine may connect there."));
        }

        if (string.IsNullOrEmpty(Tenant.TenantId))
        {
            findings.Add(Finding.Note("Authsignal:TenantId is not set: events that Authsignal reports by webhook are refused."));
        }

        return findings;
    }

    private string Host => new Uri(Tenant.Url!, UriKind.Absolute).Authority;

    private async Task<bool> CheckKeyAsync(List<Finding> findings, CancellationToken ct)
    {
        var answer = await api.GetUserAsync(_nobody, ct);
        var finding = answer switch
        {
            { IsKeyRefused: true } => Finding.Fault(
                $"Authsignal refuses the key: Authsignal:Secret is wrong, or the tenant is in another region than Authsignal:Url ({Host})."),
            { Body: null } => Finding.Fault(
                $"Authsignal:Url ({Host}) answers with status {(int)answer.Status}, and not as Authsignal does. Its path has to be /v1."),
            _ => Finding.Good($"Authsignal accepts the key, and {Host} is the tenant's region."),
        };
        findings.Add(finding);
        return finding.Kind is FindingKind.Good;
    }

    private async Task<bool> CheckActionAsync(List<Finding> findings, CancellationToken ct)
    {
        var answer = await TrackAsync(ct);
        if (answer.Body is not { } tracked)
        {
            findings.Add(Finding.Fault(string.Equals(answer.ErrorCode, "AUTHENTICATOR_NOT_FOUND", StringComparison.Ordinal)
                ? "The tenant has no authenticator. Configure at least one in the portal, under Authenticators."
                : $"A login cannot be tracked as {Tenant.Action}: status {(int)answer.Status}."));
            return false;
        }

        findings.Add(tracked.State switch
        {
            "BLOCK" => Finding.Fault($"The action {Tenant.Action} is set to Block: nobody can log in. Set it to Challenge in the portal."),
            "REVIEW_REQUIRED" => Finding.Fault($"The action {Tenant.Action} is set to Review: nobody can log in. Set it to Challenge in the portal."),
            _ => Finding.Good($"Logins can be tracked as {Tenant.Action}."),
        });
        findings.Add(CheckUi(tracked.Url));
        findings.AddRange((tracked.AllowedVerificationMethods ?? []).Where(IsRefused).Select(method => Finding.Note(
            $"The portal permits {Printable(method)}, by which nobody gets in here: it is unknown, or Mfa:AllowedMethods does not hold it.")));
        return true;
    }

    // With nothing enrolled every action that is not blocked says "allow": only somebody who has an authenticator is challenged.
    private async Task CheckChallengeAsync(List<Finding> findings, CancellationToken ct)
    {
        var enrolled = await api.EnrollAsync(_nobody, new EnrollRequest("EMAIL_OTP", NobodysAddress), ct);
        findings.Add(!IsSuccess(enrolled.Status)
            ? Finding.Note($"Whether {Tenant.Action} is set to Challenge cannot be tried: the tenant takes no e-mail authenticator. Look in the portal.")
            : (await TrackAsync(ct)).Body?.State is "CHALLENGE_REQUIRED"
                ? Finding.Good($"The action {Tenant.Action} is set to Challenge.")
                : Finding.Fault(
                    $"The action {Tenant.Action} does not challenge people who have an authenticator. Set it to Challenge in the portal, under Actions."));
        if (!IsSuccess((await api.DeleteUserAsync(_nobody, ct)).Status))
        {
            findings.Add(Finding.Note($"The person that this check made could not be removed. Remove {_nobody} in the portal, under Users."));
        }
    }

    private Task<ApiAnswer<TrackResponse>> TrackAsync(CancellationToken ct) => api.TrackAsync(
        _nobody,
        Tenant.Action,
        new TrackRequest(
            Guid.NewGuid().ToString("D"),
            address.CallbackFor(new LoginTransactionId(Guid.NewGuid())).AbsoluteUri,
            Email: null,
            _nobody,
            IpAddress: null,
            UserAgent: null,
            DeviceId: null),
        ct);

    private Finding CheckUi(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        ? Tenant.UiHosts.Contains(url.Authority, StringComparer.OrdinalIgnoreCase)
            ? Finding.Good($"Browsers are sent to {url.Authority}, as Authsignal:UiHosts says.")
            : Finding.Fault($"Authsignal sends browsers to {url.Authority}, which Authsignal:UiHosts does not list: nobody is sent there.")
        : Finding.Fault("Authsignal says nothing about where browsers are to go.");

    private bool IsRefused(string method) => AuthsignalTranslation.ToMethod(method) is not { } known || !allowed.Contains(known);

    private static string Printable(string method) => ProviderMethod.Parse(method).ToString();

    private static bool IsSuccess(HttpStatusCode status) => (int)status is >= 200 and < 300;
}

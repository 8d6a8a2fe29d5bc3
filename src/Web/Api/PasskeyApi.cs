using CleanLogin.Application.Passkeys;
using CleanLogin.Application.Passkeys.BeginEnrolment;
using CleanLogin.Application.Passkeys.CompleteEnrolment;
using CleanLogin.Application.Passkeys.List;
using CleanLogin.Domain.Assurance;
using CleanLogin.Web.Hosting;
using MediatR;

namespace CleanLogin.Web.Api;

/// <summary>
/// Lets an application offer its people to add a passkey, without ever holding the key of whoever keeps them. Called by the application's
/// server, in the name of a person, with an access token of the scope <c>passkeys</c>.
/// </summary>
internal static class PasskeyApi
{
    private const string Path = "/api/passkeys";

    public static void MapPasskeyApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Path).AddEndpointFilter(new AccessTokenFilter(PasskeyScope.Name)).DisableAntiforgery();
        api.MapGet("", ListAsync);
        api.MapPost("enrolment", BeginAsync);
        api.MapPost("enrolment/completion", CompleteAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var outcome = await mediator.Send(new ListPasskeys(AccessTokenFilter.GrantOf(http)), ct);
        return outcome.Match(
            listed => Results.Json(new PasskeyList(
                listed.Offer.Api,
                listed.Offer.Tenant,
                [.. listed.Passkeys.Select(one => new PasskeyEntry(one.Label, one.EnrolledAt, one.LastUsedAt))])),
            _ => Results.NotFound(),
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
    }

    private static async Task<IResult> BeginAsync(HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var outcome = await mediator.Send(new BeginPasskeyEnrolment(AccessTokenFilter.GrantOf(http), LoginOrigins.Of(http)), ct);
        return outcome.Match(
            begun => Results.Json(new PasskeyEnrolmentAnswer(begun.Offer.Api, begun.Offer.Tenant, begun.Token.Reveal())),
            _ => new BearerChallenge.InsufficientAuthentication(AssuranceLevel.MultiFactor, RecentMultiFactor.Lifetime),
            _ => Results.StatusCode(StatusCodes.Status409Conflict),
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
    }

    private static async Task<IResult> CompleteAsync(HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var outcome = await mediator.Send(new CompletePasskeyEnrolment(AccessTokenFilter.GrantOf(http)), ct);
        return outcome.Match(
            _ => Results.Json(new PasskeyCompletion(Added: true)),
            _ => Results.Json(new PasskeyCompletion(Added: false)),
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
    }
}

using System.Globalization;
using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>Track, get, update and query the actions of a user.</summary>
internal sealed class ActionsApi(Tenant tenant, ActionOpening opening, KnobStore knobs, ActionTokens tokens, TimeProvider time)
{
    /// <summary>Default and furthest look back of a query.</summary>
    private static readonly TimeSpan History = TimeSpan.FromDays(30);

    public ApiResult Track(string userId, string actionCode, TrackRequest request, Uri origin)
    {
        if (!ActionOpening.IsCode(actionCode))
        {
            return ApiResult.Invalid("params.action must match pattern \"^[a-zA-Z0-9_-]{1,64}$\"");
        }

        if (request.RedirectUrl is { } redirectUrl && !IsWebAddress(redirectUrl))
        {
            return ApiResult.Invalid("body.redirectUrl must match format \"uri\"");
        }

        if (knobs.Current.AllowedVerificationMethods.Count == 0)
        {
            return ApiResult.Refuse(
                StatusCodes.Status400BadRequest, ErrorCodes.AuthenticatorNotFound, "The tenant has no authenticator configured.");
        }

        var key = new ActionKey(userId, actionCode, request.IdempotencyKey ?? Guid.NewGuid().ToString());
        if (knobs.Current.RepeatedTrackIsRefused && tenant.FindAction(key) is not null)
        {
            return ApiResult.Invalid("There is an action of that idempotency key.");
        }

        var user = tenant.GetOrAddUser(userId);
        user.Learn(request);
        if (request.DeviceId is { Length: > 0 } device)
        {
            user.SeenOn(device, time.GetUtcNow());
        }

        var action = opening.FindOrOpen(key, user, request);
        return ApiResult.Ok(Describe(action, user, origin));
    }

    public ApiResult Get(ActionKey key) => tenant.FindAction(key) is { } action ? ApiResult.Ok(Describe(action)) : Unknown();

    public ApiResult Update(ActionKey key, UpdateActionRequest request)
    {
        if (!ActionStates.All.Contains(request.State))
        {
            return ApiResult.Invalid(
                $"body.state must be equal to one of the allowed values - allowedValues: {string.Join(',', ActionStates.All)}");
        }

        if (tenant.FindAction(key) is not { } action)
        {
            return Unknown();
        }

        action.MoveTo(request.State!, time.GetUtcNow());
        return ApiResult.Ok(Describe(action));
    }

    public ApiResult Query(string userId, IQueryCollection query)
    {
        var oldest = time.GetUtcNow() - History;
        if (query["fromDate"].FirstOrDefault() is { } text)
        {
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from))
            {
                return ApiResult.Invalid("querystring.fromDate must match format \"date-time\"");
            }

            oldest = from > oldest ? from : oldest;
        }

        var codes = query["codes"].FirstOrDefault()?.Split(',');
        var state = query["state"].FirstOrDefault();
        return ApiResult.Ok(tenant.Actions
            .Where(action => action.Key.UserId == userId && action.CreatedAt >= oldest)
            .Where(action => codes?.Contains(action.Key.Action) is not false && (state ?? action.State) == action.State)
            .OrderByDescending(action => action.CreatedAt)
            .Select(Describe)
            .ToList());
    }

    private TrackResponse Describe(TrackedAction action, TenantUser user, Uri origin)
    {
        var token = tokens.Issue(action);
        return new()
        {
            IdempotencyKey = action.Key.IdempotencyKey,
            State = knobs.Current.AnsweredState ?? action.State,
            Url = new Uri(origin, $"/?token={token}").AbsoluteUri,
            Token = token,
            IsEnrolled = user.IsEnrolled,
            EnrolledVerificationMethods = user.EnrolledMethods,
            AllowedVerificationMethods = knobs.Current.AllowedVerificationMethods,
            DefaultVerificationMethod = user.DefaultMethod,
        };
    }

    private static ActionResponse Describe(TrackedAction action) => new()
    {
        ActionCode = action.Key.Action,
        IdempotencyKey = action.Key.IdempotencyKey,
        State = action.State,
        CreatedAt = action.CreatedAt,
        UpdatedAt = action.StateUpdatedAt,
        StateUpdatedAt = action.StateUpdatedAt,
        VerificationMethod = action.VerificationMethod,
        VerifiedByAuthenticatorId = action.VerifiedBy,
    };

    private static ApiResult Unknown() => ApiResult.NotFound("There is no such action.");

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}

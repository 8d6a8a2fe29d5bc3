using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>Looks up the present state of the action that a token stands for. The token is not used up by that.</summary>
internal sealed class ValidationApi(Tenant tenant, KnobStore knobs, ActionTokens tokens)
{
    public ApiResult Validate(ValidateRequest request) => request.Token is null
        ? ApiResult.Invalid("body must have required property 'token'")
        : tokens.Read(request.Token) switch
        {
            TokenReading.Valid when knobs.Current.TokensCountOnce && !tenant.UsedTokens.Add(request.Token) => InvalidToken("The token was used."),
            TokenReading.Valid valid when tenant.FindAction(valid.Action) is { } action => Compare(action, request),
            TokenReading.Expired => InvalidToken("The token has expired."),
            _ => InvalidToken("The token is invalid."),
        };

    private ApiResult Compare(TrackedAction action, ValidateRequest request)
    {
        if (request.UserId is { } userId && userId != action.Key.UserId)
        {
            return Mismatch("User");
        }

        return request.Action is { } code && code != action.Key.Action ? Mismatch("Action") : ApiResult.Ok(Describe(action));
    }

    private ValidateResponse Describe(TrackedAction action)
    {
        var state = knobs.Current.AnsweredState ?? action.State;
        return new()
        {
            IsValid = state == ActionStates.ChallengeSucceeded || (state == ActionStates.Allow && knobs.Current.AllowIsValid),
            State = state,
            StateUpdatedAt = action.StateUpdatedAt,
            UserId = action.Key.UserId,
            Action = action.Key.Action,
            ActionCode = action.Key.Action,
            IdempotencyKey = action.Key.IdempotencyKey,
            VerificationMethod = knobs.Current.AnsweredVerificationMethod ?? action.VerificationMethod,
        };
    }

    private ApiResult Mismatch(string what) => knobs.Current.MismatchStatus == StatusCodes.Status200OK
        ? ApiResult.Ok(new ValidateResponse { IsValid = false, Error = $"{what} is invalid." })
        : ApiResult.Refuse(knobs.Current.MismatchStatus, ErrorCodes.InvalidRequest, $"The {what.ToLowerInvariant()} is invalid.");

    private ApiResult InvalidToken(string description) => knobs.Current.InvalidTokenStatus switch
    {
        StatusCodes.Status200OK => ApiResult.Ok(new ValidateResponse { IsValid = false, Error = description }),
        StatusCodes.Status401Unauthorized => ApiResult.Refuse(StatusCodes.Status401Unauthorized, ErrorCodes.ExpiredToken, description),
        var status => ApiResult.Refuse(status, ErrorCodes.InvalidRequest, description),
    };
}

using System.Security.Cryptography;
using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>Codes that a server has sent and verified without the pre-built UI, and claimed for a user.</summary>
internal sealed class ChallengesApi(Tenant tenant, ActionOpening opening, ActionTokens tokens, KnobStore knobs, TimeProvider time)
{
    private const string Digits = "0123456789";
    private const int CodeLength = 6;
    private const string DefaultAction = "challenge";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly string[] Methods = [VerificationMethods.EmailOtp, VerificationMethods.Sms, "WHATSAPP"];

    public ApiResult Send(ChallengeRequest request)
    {
        if (request.ChallengeId is { } again)
        {
            return tenant.FindChallenge(again) is { } known ? Send(known) : ApiResult.NotFound("There is no such challenge.");
        }

        if (!Methods.Contains(request.VerificationMethod))
        {
            return ApiResult.Invalid(
                $"body.verificationMethod must be equal to one of the allowed values - allowedValues: {string.Join(',', Methods)}");
        }

        if (!ActionOpening.IsCode(request.Action))
        {
            return ApiResult.Invalid("body.action must match pattern \"^[a-zA-Z0-9_-]{1,64}$\"");
        }

        var method = request.VerificationMethod!;
        var user = request.UserId is { } id ? tenant.FindUser(id) : null;
        var isEmail = VerificationMethods.IsEmail(method);
        var address = isEmail
            ? request.Email ?? user?.FindAuthenticator(method)?.Email ?? user?.Attributes.Email
            : request.PhoneNumber ?? user?.FindAuthenticator(method)?.PhoneNumber ?? user?.Attributes.PhoneNumber;
        if (address is null)
        {
            return ApiResult.Invalid($"body must have required property '{(isEmail ? "email" : "phoneNumber")}'");
        }

        var challenge = new SentChallenge(
            Guid.NewGuid().ToString(), request.IdempotencyKey ?? Guid.NewGuid().ToString(), method, request.UserId, request.Action)
        {
            Email = isEmail ? address : null,
            PhoneNumber = isEmail ? null : address,
            SmsChannel = request.SmsChannel,
            Scope = request.Scope,
        };
        tenant.Add(challenge);
        return Send(challenge);
    }

    public ApiResult Verify(VerifyRequest request)
    {
        if (tenant.FindChallenge(request.ChallengeId) is not { } challenge)
        {
            return ApiResult.NotFound("There is no such challenge.");
        }

        var failure = challenge.Verify(request.VerificationCode ?? string.Empty, time.GetUtcNow());
        return ApiResult.Ok(new VerifyResponse
        {
            IsVerified = failure is null,
            Email = challenge.Email,
            PhoneNumber = challenge.PhoneNumber,
            VerificationMethod = challenge.Method,
            FailureReason = failure,
        });
    }

    /// <summary>Files a challenge as an action of a user, which has then passed it.</summary>
    public ApiResult Claim(ClaimRequest request)
    {
        if (request.UserId is null)
        {
            return ApiResult.Invalid("body must have required property 'userId'");
        }

        if (tenant.FindChallenge(request.ChallengeId) is not { } challenge)
        {
            return ApiResult.NotFound("There is no such challenge.");
        }

        if (!challenge.IsVerified && request.SkipVerificationCheck is not true)
        {
            return ApiResult.Invalid("The challenge has not been verified.");
        }

        if (challenge.UserId is not null && challenge.UserId != request.UserId)
        {
            return ApiResult.Invalid("The challenge is of another user.");
        }

        var key = new ActionKey(request.UserId, challenge.Action ?? DefaultAction, challenge.IdempotencyKey);
        tenant.GetOrAddUser(request.UserId);
        var action = opening.FindOrOpenForPasskey(key, new TrackRequest { Scope = challenge.Scope });
        if (action.IsOpen && challenge.IsVerified)
        {
            action.Succeed(challenge.Method, authenticatorId: null, time.GetUtcNow());
        }

        return ApiResult.Ok(new ClaimResponse(tokens.Issue(action), challenge.Method));
    }

    /// <summary>The newest open challenge that fits; an empty answer if none does.</summary>
    public ApiResult Find(IQueryCollection query)
    {
        var now = time.GetUtcNow();
        var found = tenant.Challenges.LastOrDefault(challenge => challenge.IsOpen(now)
            && Fits(query, "challengeId", challenge.Id)
            && Fits(query, "userId", challenge.UserId)
            && Fits(query, "action", challenge.Action)
            && Fits(query, "verificationMethod", challenge.Method));
        return ApiResult.Ok(found is null ? new OpenChallengeResponse() : new OpenChallengeResponse
        {
            ChallengeId = found.Id,
            ExpiresAt = EndOf(found),
            VerificationMethod = found.Method,
            SmsChannel = found.SmsChannel,
            PhoneNumber = found.PhoneNumber,
            Email = found.Email,
            Action = found.Action,
        });
    }

    private static bool Fits(IQueryCollection query, string name, string? value) =>
        query[name].FirstOrDefault() is not { } wanted || wanted == value;

    private ApiResult Send(SentChallenge challenge)
    {
        var now = time.GetUtcNow();
        var code = RandomNumberGenerator.GetString(Digits, CodeLength);
        challenge.Send(code, now + Lifetime);
        tenant.Add(new SentEmail
        {
            To = challenge.Email ?? challenge.PhoneNumber!,
            Code = code,
            UserId = challenge.UserId ?? string.Empty,
            Action = challenge.Action ?? string.Empty,
            IdempotencyKey = challenge.IdempotencyKey,
            SentAt = now,
        });
        return ApiResult.Ok(new ChallengeResponse(challenge.Id, challenge.IdempotencyKey, EndOf(challenge)));
    }

    private long EndOf(SentChallenge challenge) => knobs.Current.ChallengeEndsInMilliseconds
        ? challenge.ExpiresAt.ToUnixTimeMilliseconds()
        : challenge.ExpiresAt.ToUnixTimeSeconds();
}

using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>The authenticators of a user, as a server that verified them itself may manage them.</summary>
internal sealed class AuthenticatorsApi(Tenant tenant, AuthenticatorBook book, KnobStore knobs, TimeProvider time)
{
    public ApiResult List(string userId) => ApiResult.Ok(tenant.FindUser(userId) is { } user
        ? user.Authenticators.Select(user.Describe).ToList()
        : []);

    /// <summary>Sends no message and verifies nothing. Enrolling the same thing again finds it.</summary>
    public ApiResult Enroll(string userId, EnrollRequest request)
    {
        if (!VerificationMethods.Enrollable.Contains(request.VerificationMethod))
        {
            return ApiResult.Invalid("body.verificationMethod must be equal to one of the allowed values - allowedValues: "
                + string.Join(',', VerificationMethods.Enrollable));
        }

        var method = request.VerificationMethod!;
        var isApp = method == VerificationMethods.AuthenticatorApp;
        var secret = isApp ? OtpAuthUri.FindSecret(request.OtpUri) : null;
        var missing = method switch
        {
            VerificationMethods.Sms => request.PhoneNumber is null ? "phoneNumber" : null,
            VerificationMethods.AuthenticatorApp => secret is null ? "otpUri" : null,
            _ => request.Email is null ? "email" : null,
        };
        if (missing is not null)
        {
            return ApiResult.Invalid($"body must have required property '{missing}'");
        }

        var user = tenant.GetOrAddUser(userId);
        var isFirst = !user.IsEnrolled;
        var wanted = new UserAuthenticator(userId, method, time.GetUtcNow())
        {
            Email = VerificationMethods.IsEmail(method) ? request.Email : null,
            PhoneNumber = method == VerificationMethods.Sms ? request.PhoneNumber : null,
            TotpSecret = secret,
        };
        if (knobs.Current.DuplicateEnrolmentIsRefused && user.Authenticators.Any(wanted.IsSameAs))
        {
            return ApiResult.Invalid("There is such an authenticator already.");
        }

        var authenticator = book.Enrol(user, wanted);
        if (request.IsDefault is true)
        {
            user.Change(new UserAttributes { DefaultVerificationMethod = method });
        }

        var codes = isFirst && knobs.Current.IssueRecoveryCodes ? RecoveryCodes.Issue(user) : null;
        return ApiResult.Ok(new EnrollResponse(user.Describe(authenticator), codes));
    }

    public ApiResult Delete(string userId, string authenticatorId) =>
        tenant.FindUser(userId) is { } user && book.Remove(user, authenticatorId)
            ? new ApiResult(knobs.Current.DeleteStatus, new SuccessResponse())
            : knobs.Current.UnknownDeleteStatus == StatusCodes.Status404NotFound
                ? ApiResult.NotFound("There is no such authenticator.")
                : new ApiResult(knobs.Current.UnknownDeleteStatus, new SuccessResponse());
}

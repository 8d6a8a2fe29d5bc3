using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.Ui.Screens;
using CleanLogin.Authsignal.Emulator.Wire;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanLogin.Authsignal.Emulator.Ui;

/// <summary>Which screen shows what. Every value is taken out of the session here, since rendering happens outside of its lock.</summary>
internal sealed class ScreenSet(KnobStore knobs)
{
    private const string WrongCode = "That code is wrong, used or too old.";

    /// <summary>The screen that fits the session, with <paramref name="method"/> where there is a choice.</summary>
    public IResult For(UiSession session, string? method, bool mayQuit)
    {
        if (!session.Action.IsOpen)
        {
            return Finished(session);
        }

        return session.User.IsEnrolled ? ForChallenge(session, method) : ForEnrolment(session, method, mayQuit);
    }

    public IResult EnrolTotp(UiSession session, bool wrong = false)
    {
        var secret = Enrolment.OfferTotpSecret(session.Action);
        return Screen<EnrolTotp>(wrong, new()
        {
            ["Token"] = session.Token,
            ["Secret"] = secret,
            ["OtpAuth"] = OtpAuthUri.For(secret, session.Action.Attributes.Username ?? session.User.Id),
            ["OtherMethods"] = Others(EnrolmentMethods(), VerificationMethods.AuthenticatorApp),
            ["Error"] = wrong ? WrongCode : null,
        });
    }

    public IResult EnrolEmail(UiSession session, string? refusedAddress = null) => Screen<EnrolEmail>(refusedAddress is not null, new()
    {
        ["Token"] = session.Token,
        ["Address"] = refusedAddress ?? session.Action.Attributes.Email ?? session.User.Attributes.Email,
        ["OtherMethods"] = Others(EnrolmentMethods(), VerificationMethods.EmailOtp),
        ["Error"] = refusedAddress is null ? null : "That is not an e-mail address.",
    });

    public IResult EnterEmailCode(UiSession session, bool wrong = false) => Screen<EnterEmailCode>(wrong, new()
    {
        ["Token"] = session.Token,
        ["SentTo"] = session.Action.EmailCode?.Address ?? string.Empty,
        ["IsChallenge"] = session.User.IsEnrolled,
        ["OtherMethods"] = session.User.IsEnrolled
            ? Others(ChallengeMethods(session), VerificationMethods.EmailOtp)
            : Others(EnrolmentMethods(), VerificationMethods.EmailOtp),
        ["Error"] = wrong ? WrongCode : null,
    });

    public IResult ChallengeTotp(UiSession session, bool wrong = false) =>
        Challenge<ChallengeTotp>(session, VerificationMethods.AuthenticatorApp, wrong);

    public IResult ChallengeRecovery(UiSession session, bool wrong = false) =>
        Challenge<ChallengeRecovery>(session, VerificationMethods.RecoveryCode, wrong);

    public IResult RecoveryCodes(UiSession session, IReadOnlyList<string> codes) => Screen<ShowRecoveryCodes>(isRefusal: false, new()
    {
        ["Token"] = session.Token,
        ["Codes"] = codes,
    });

    public IResult Finished(UiSession session) => Screen<Finished>(isRefusal: false, new()
    {
        ["Token"] = session.Token,
        ["State"] = session.Action.State,
        ["MayReturn"] = session.Action.Attributes.RedirectUrl is not null,
    });

    public IResult UnusableLink() => new RazorComponentResult<UnusableLink> { StatusCode = StatusCodes.Status400BadRequest };

    private IResult ForEnrolment(UiSession session, string? method, bool mayQuit) => EnrolmentMethods().Contains(method) switch
    {
        true when method == VerificationMethods.AuthenticatorApp => EnrolTotp(session),
        true => EnrolEmail(session),
        false => Screen<ChooseMethod>(isRefusal: false, new()
        {
            ["Token"] = session.Token,
            ["Methods"] = EnrolmentMethods(),
            ["MayQuit"] = mayQuit,
        }),
    };

    private IResult ForChallenge(UiSession session, string? method)
    {
        var methods = ChallengeMethods(session);
        string?[] preference = [method, session.User.DefaultMethod, .. methods];
        return Array.Find(preference, methods.Contains) switch
        {
            VerificationMethods.AuthenticatorApp => ChallengeTotp(session),
            VerificationMethods.EmailOtp => Challenge<ChallengeEmail>(session, VerificationMethods.EmailOtp),
            VerificationMethods.RecoveryCode => ChallengeRecovery(session),
            _ => Finished(session),
        };
    }

    private static RazorComponentResult<TScreen> Challenge<TScreen>(UiSession session, string method, bool wrong = false)
        where TScreen : IComponent
    {
        Dictionary<string, object?> parameters = new()
        {
            ["Token"] = session.Token,
            ["OtherMethods"] = Others(ChallengeMethods(session), method),
        };
        if (wrong)
        {
            parameters["Error"] = WrongCode;
        }

        return Screen<TScreen>(wrong, parameters);
    }

    private IReadOnlyList<string> EnrolmentMethods() => [.. knobs.Current.AllowedVerificationMethods.Where(MethodText.HasScreen)];

    private static IReadOnlyList<string> ChallengeMethods(UiSession session) =>
    [
        .. session.User.EnrolledMethods.Where(MethodText.HasScreen),
        .. session.User.HasRecoveryCodes ? [VerificationMethods.RecoveryCode] : Array.Empty<string>(),
    ];

    private static IReadOnlyList<string> Others(IEnumerable<string> methods, string shown) => [.. methods.Where(method => method != shown)];

    private static RazorComponentResult<TScreen> Screen<TScreen>(bool isRefusal, Dictionary<string, object?> parameters)
        where TScreen : IComponent => new(parameters)
        {
            StatusCode = isRefusal ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
}

using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Login;
using CleanLogin.Application.Pipeline;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Accounts.ChangePassword;

internal sealed class ChangePasswordHandler(
    StepUp person,
    PasswordCheck check,
    PasswordPolicy policy,
    IPasswordChanges changes,
    IPasswordHasher hasher,
    IHashingScheduler hashing)
    : IRequestHandler<ChangePassword, ChangePasswordOutcome>
{
    public async Task<ChangePasswordOutcome> Handle(ChangePassword request, CancellationToken cancellationToken) =>
        await person.CheckAsync(cancellationToken) is { Present: { } account }
            ? await ChangeAsync(request, account, cancellationToken)
            : new ChangePasswordOutcome.SignedOut();

    // The new one first: a password that may not be used costs no attempt at the present one.
    private async Task<ChangePasswordOutcome> ChangeAsync(ChangePassword request, Account account, CancellationToken ct) =>
        Typed(request.Fresh).IsSameAs(Typed(request.Present))
        ? new ChangePasswordOutcome.Weak(PasswordFault.Unchanged, policy.MinLength)
        : await policy.Check(Typed(request.Fresh), account).Match<Task<ChangePasswordOutcome>>(
            accepted => VerifyAsync(request, account, accepted.Password, ct),
            refused => Task.FromResult<ChangePasswordOutcome>(new ChangePasswordOutcome.Weak(refused.Fault, policy.MinLength)));

    private async Task<ChangePasswordOutcome> VerifyAsync(ChangePassword request, Account account, NewPassword fresh, CancellationToken ct)
    {
        var verdict = await check.CheckAsync(account.Username, Typed(request.Present), request.Origin, ct);
        return await verdict.Match<Task<ChangePasswordOutcome>>(
            verified => CompleteAsync(request, verified.Account, fresh, ct),
            refused => Task.FromResult<ChangePasswordOutcome>(new ChangePasswordOutcome.Denied(refused.Reason, refused.RetryAfter)));
    }

    // In the place of the very digest that was verified: of two changes at once, that both knew the same password, one is made.
    private async Task<ChangePasswordOutcome> CompleteAsync(ChangePassword request, Account account, NewPassword fresh, CancellationToken ct)
    {
        var digest = await hashing.RunAsync(() => fresh.Hash(hasher), ct);
        return await changes.CompleteAsync(account, digest, request.EndOtherSessions, ct)
            ? new ChangePasswordOutcome.Done()
            : new ChangePasswordOutcome.Denied(DenialReason.InvalidCredentials, RetryAfter: null);
    }

    private static PlainPassword Typed(SecretField<PlainPassword> field) =>
        field.Value ?? throw new ArgumentException("The validator lets no missing password through.", nameof(field));
}

using System.Security.Cryptography;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.State;

namespace CleanLogin.Authsignal.Emulator.Challenges;

/// <summary>Sends codes to an outbox that only the control API reads.</summary>
internal sealed class EmailCodes(Tenant tenant, TimeProvider time)
{
    private const string Digits = "0123456789";
    private const int Length = 6;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public void Send(TrackedAction action, string address)
    {
        var now = time.GetUtcNow();
        var code = RandomNumberGenerator.GetString(Digits, Length);
        action.EmailCode = new EmailCode(address, code, now + Lifetime);
        tenant.Add(new SentEmail
        {
            To = address,
            Code = code,
            UserId = action.Key.UserId,
            Action = action.Key.Action,
            IdempotencyKey = action.Key.IdempotencyKey,
            SentAt = now,
        });
    }
}

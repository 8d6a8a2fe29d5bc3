using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Login;

// The counts that an attempt went to, so that its success lifts these.
internal readonly record struct ChargedAttempt(AttemptKey Key, AttemptCharge Charge, AddressBlock? Block = null);

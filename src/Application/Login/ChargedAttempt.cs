using CleanLogin.Application.Ports;

namespace CleanLogin.Application.Login;

// The count that an attempt went to, so that its success lifts that one.
internal readonly record struct ChargedAttempt(AttemptKey Key, AttemptCharge Charge);

using CleanLogin.Domain.Assurance;

namespace CleanLogin.Domain.Login;

/// <summary>What a login was begun for. Fixed at the start: the callback cannot change any of it.</summary>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="RequiredLevel">The lowest level that is enough.</param>
/// <param name="Persistent">Whether to stay signed in after the browser is closed.</param>
public sealed record LoginRequest(ReturnUrl ReturnUrl, AssuranceLevel RequiredLevel, bool Persistent);

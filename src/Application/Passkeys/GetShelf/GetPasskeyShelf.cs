using MediatR;

namespace CleanLogin.Application.Passkeys.GetShelf;

/// <summary>What the page of authenticators shows about passkeys that this server keeps, beside the list. Changes nothing.</summary>
public sealed record GetPasskeyShelf : IRequest<PasskeyShelf>;

using MediatR;

namespace CleanLogin.Application.Login.GetPage;

/// <summary>What the login page shows for this return URL. Changes nothing.</summary>
public sealed record GetLoginPage(string? ReturnUrl) : IRequest<LoginPage>;

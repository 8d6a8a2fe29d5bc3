using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Login.Cancel;

/// <summary>A person does not want to log in after all: the application hears <c>access_denied</c>.</summary>
public sealed record CancelLogin(ReturnUrl ReturnUrl) : IRequest<Continuation>;

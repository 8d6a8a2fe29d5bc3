using CleanLogin.Application.Authorization;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login;

internal static class RequiredAssurance
{
    /// <summary>What the application that waits asks for; null: something that nobody can give. Our own pages ask like an application would.</summary>
    public static AssuranceLevel? Of(AuthorizationContext? context, ReturnUrl returnUrl) =>
        context is null ? OwnPages.RequiredBy(returnUrl) : Acr.RequiredBy(context.AcrValues);
}

using CleanLogin.Application.Accounts;
using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Authorization;
using CleanLogin.Application.Login;
using CleanLogin.Application.Mails;
using CleanLogin.Application.Mfa;
using CleanLogin.Application.Pipeline;
using CleanLogin.Application.Ports;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Application;

/// <summary>Registers the use cases. The ports' implementations are registered by the layer that has them.</summary>
public static class DependencyInjection
{
    private static readonly Type[] Scanned = [typeof(IRequestHandler<,>), typeof(IValidator<>)];

    /// <summary>Adds mediator, pipeline, handlers, validators and the services that handlers share.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services) =>
        services.AddMediator().AddPipeline().AddHandlers().AddSharedSteps();

    private static IServiceCollection AddMediator(this IServiceCollection services) =>
        services
            .AddScoped<ServiceFactory>(provider => type => provider.GetService(type)!)
            .AddScoped<IMediator, Mediator>();

    // Outermost first.
    private static IServiceCollection AddPipeline(this IServiceCollection services) =>
        services
            .AddScoped(typeof(IPipelineBehavior<,>), typeof(TelemetryBehavior<,>))
            .AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));

    private static IServiceCollection AddHandlers(this IServiceCollection services) =>
        services.Scan(scan => scan
            .FromAssemblies(typeof(DependencyInjection).Assembly)
            .AddClasses(classes => classes.AssignableToAny(Scanned), publicOnly: false)
            .AsImplementedInterfaces(type => type.IsGenericType && Scanned.Contains(type.GetGenericTypeDefinition()))
            .WithScopedLifetime());

    private static IServiceCollection AddSharedSteps(this IServiceCollection services) =>
        services
            .AddScoped<IInteractionPolicy, InteractionPolicy>()
            .AddScoped<AttemptBudget>()
            .AddScoped<MailBudget>()
            .AddScoped<PasswordCheck>()
            .AddScoped<OpenPasswordReset>()
            .AddScoped<SignIn>()
            .AddScoped<StepUp>()
            .AddScoped<AddedAuthenticators>()
            .AddScoped<OpenChallenge>()
            .AddScoped<TokenMint>();
}

using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Mfa;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CleanLogin.Application.Tests;

public sealed class DependencyInjectionTests
{
    private static readonly Type[] Types = typeof(Application.DependencyInjection).Assembly.GetTypes();

    [Fact]
    public void Every_request_has_a_handler_that_can_be_built()
    {
        using var provider = Build();
        using var scope = provider.CreateScope();
        var requests = Types.SelectMany(type => Closed(type, typeof(IRequest<>)).Select(face => (type, face.GenericTypeArguments[0]))).ToArray();

        requests.Should().NotBeEmpty();
        foreach (var (request, outcome) in requests)
        {
            var handlers = scope.ServiceProvider.GetServices(typeof(IRequestHandler<,>).MakeGenericType(request, outcome));
            handlers.Should().ContainSingle($"{request.Name} has one handler");
        }
    }

    [Fact]
    public void Every_validator_is_found()
    {
        using var provider = Build();
        using var scope = provider.CreateScope();
        var validated = Types.Where(type => !type.IsAbstract).SelectMany(type => Closed(type, typeof(IValidator<>))).ToArray();

        validated.Should().NotBeEmpty();
        validated.Should().OnlyContain(face => scope.ServiceProvider.GetServices(face).Count() == 1);
    }

    [Fact]
    public async Task What_is_sent_passes_through_validation_before_its_handler()
    {
        await using var provider = Build();
        await using var scope = provider.CreateAsyncScope();
        var command = new Application.Login.Begin.BeginLogin(
            null, Typed.Password(null), Domain.Login.ReturnUrl.Home, RememberMe: false, new LoginOrigin(null, null, null));

        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, TestContext.Current.CancellationToken);

        outcome.Should().BeOfType<Application.Login.Begin.BeginLoginOutcome.Invalid>();
    }

    [Fact]
    public void A_port_that_nobody_implements_stops_the_start()
    {
        var services = Services();
        services.Remove(services.Single(service => service.ServiceType == typeof(IMfaProvider)));

        FluentActions.Invoking(() => Build(services)).Should().Throw<AggregateException>();
    }

    private static ServiceProvider Build() => Build(Services());

    private static ServiceProvider Build(ServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private static ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddApplication();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(new MfaPolicy(EnrolmentRule.Required, AllowedMethods.All));
        services.AddSingleton(new PasswordPolicy(EnrolmentRule.Required, Mock.Of<ICommonPasswords>(), []));
        services.AddSingleton(new ServerAddress(new Uri("https://login.example")));
        services.AddSingleton(new ServiceName("CleanLogin"));
        services.AddSingleton(LoginLifetime.Default);
        services.AddSingleton(Mock.Of<IPasswordHasher>());
        foreach (var port in Types.Where(type => type is { IsInterface: true, Namespace: "CleanLogin.Application.Ports" }))
        {
            if (services.All(service => service.ServiceType != port))
            {
                services.AddSingleton(port, Fake(port));
            }
        }

        return services;
    }

    private static object Fake(Type port) => ((Mock)Activator.CreateInstance(typeof(Mock<>).MakeGenericType(port))!).Object;

    private static IEnumerable<Type> Closed(Type type, Type definition) =>
        type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == definition);
}

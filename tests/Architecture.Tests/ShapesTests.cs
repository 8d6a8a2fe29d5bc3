using System.Reflection;
using System.Runtime.CompilerServices;
using CleanLogin.Architecture.Tests.Offenders;
using CleanLogin.Infrastructure.Protocol;
using MediatR;

namespace CleanLogin.Architecture.Tests;

/// <summary>What types look like. Each rule takes types and gives the offenders among them.</summary>
public sealed class ShapesTests
{
    private static readonly Type[] Layers =
    [
        .. new[] { Code.Domain, Code.Application, Code.Infrastructure, Code.Web }.SelectMany(assembly => assembly.GetTypes()),
    ];

    private static readonly Type[] Bad =
        [typeof(OpenHandler), typeof(SecondHandler), typeof(TwiceHandled), typeof(NeverHandled)];

    [Fact]
    public void Handlers_are_internal_and_sealed()
    {
        Layers.Where(IsHandler).Should().NotBeEmpty();
        OpenHandlers(Layers).Should().BeEmpty();
        OpenHandlers(Bad).Should().Equal(typeof(OpenHandler));
    }

    [Fact]
    public void Every_request_has_exactly_one_handler()
    {
        Layers.Where(IsRequest).Should().NotBeEmpty();
        NotHandledOnce(Layers).Should().BeEmpty();
        NotHandledOnce(Bad).Should().Equal(typeof(TwiceHandled), typeof(NeverHandled));
    }

    [Fact]
    public void Nothing_can_be_derived_from_that_is_not_made_for_it()
    {
        Layers.Where(IsOurs).Should().NotBeEmpty();
        Unsealed(Layers).Should().BeEmpty();
        Unsealed(Bad).Should().Equal(typeof(OpenHandler));
    }

    [Fact]
    public void Infrastructure_shows_its_registration_its_engines_and_options_alone()
    {
        var types = Code.Infrastructure.GetTypes();

        types.Should().NotBeEmpty();
        Shown(types).Should().BeEmpty();
        Shown(Bad).Should().Contain(typeof(OpenHandler));
    }

    // Types that tests or tools create are public; a tool reads contexts and migrations.
    private static IEnumerable<Type> Shown(IEnumerable<Type> types) => types.Where(type =>
        type is { IsPublic: true } && IsOurs(type)
        && !(type.IsAbstract && type.IsSealed)
        && !type.IsAssignableTo(typeof(IProtocolEngine))
        && !type.Name.EndsWith("Options", StringComparison.Ordinal));

    private static IEnumerable<Type> OpenHandlers(IEnumerable<Type> types) =>
        types.Where(type => IsHandler(type) && type is not { IsSealed: true, IsNotPublic: true });

    private static IEnumerable<Type> NotHandledOnce(IReadOnlyCollection<Type> types) => types.Where(IsRequest).Where(request =>
        types.SelectMany(type => Closed(type, typeof(IRequestHandler<,>))).Count(face => face.GenericTypeArguments[0] == request) != 1);

    private static IEnumerable<Type> Unsealed(IEnumerable<Type> types) => types.Where(type =>
        IsOurs(type) && type is { IsClass: true, IsAbstract: false, IsSealed: false }
        && !types.Any(other => other.BaseType == type));

    private static bool IsHandler(Type type) => Closed(type, typeof(IRequestHandler<,>)).Any();

    private static bool IsRequest(Type type) => !type.IsAbstract && Closed(type, typeof(IRequest<>)).Any();

    private static IEnumerable<Type> Closed(Type type, Type definition) =>
        type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == definition);

    // Neither the compiler's, nor the Razor compiler's, nor the migration tool's.
    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("CleanLogin.", StringComparison.Ordinal) is true
        && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal)
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && type.DeclaringType?.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && !type.Name.Contains('<', StringComparison.Ordinal);
}

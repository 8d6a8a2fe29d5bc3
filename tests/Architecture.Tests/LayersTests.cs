using System.Reflection;

namespace CleanLogin.Architecture.Tests;

/// <summary>Who may know whom. Each rule is shown an offender, so that it cannot pass by seeing nothing.</summary>
public sealed class LayersTests
{
    private static readonly Assembly Domain = typeof(Domain.Login.LoginTransaction).Assembly;
    private static readonly Assembly Application = typeof(Application.DependencyInjection).Assembly;
    private static readonly Assembly Infrastructure = typeof(Infrastructure.DependencyInjection).Assembly;

    [Fact]
    public void Domain_knows_nothing_but_the_base_class_library()
    {
        ForeignReferences(Domain).Should().BeEmpty();
        ForeignReferences(Application).Should().NotBeEmpty("the rule sees references where there are some");
    }

    [Fact]
    public void Application_knows_neither_infrastructure_nor_its_tools()
    {
        OutwardReferences(Application).Should().BeEmpty();
        OutwardReferences(Infrastructure).Should().NotBeEmpty("the rule sees such references where there are some");
    }

    [Fact]
    public void Handlers_are_internal_and_sealed_and_each_request_has_exactly_one()
    {
        var types = Application.GetTypes();
        var handlers = types.Where(type => HandlerInterfaces(type).Any()).ToArray();
        var requests = types.Where(type => type is { IsAbstract: false } && Closes(type, typeof(MediatR.IRequest<>)).Any()).ToArray();

        requests.Should().NotBeEmpty();
        handlers.Should().OnlyContain(handler => handler.IsSealed && handler.IsNotPublic);
        requests.Should().OnlyContain(request =>
            handlers.Count(handler => HandlerInterfaces(handler).Any(face => face.GenericTypeArguments[0] == request)) == 1);
        IsFit(typeof(OffendingHandler)).Should().BeFalse("the rule catches an open handler");
    }

    [Fact]
    public void Concrete_types_are_sealed()
    {
        var open = new[] { Domain, Application, Infrastructure }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(IsOpen)
            .Where(type => !type.IsAssignableTo(typeof(Exception)) && type.Namespace?.Contains("Migrations", StringComparison.Ordinal) is false)
            .Select(type => type.FullName);

        open.Should().BeEmpty();
        IsOpen(typeof(OffendingHandler)).Should().BeTrue("the rule catches an open type");
    }

    [Fact]
    public void Pages_know_neither_ports_that_act_nor_the_database()
    {
        var pages = typeof(Program).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel)))
            .ToArray();

        pages.Should().NotBeEmpty();
        pages.SelectMany(Dependencies).Where(IsForbidden).Should().BeEmpty();
        Dependencies(typeof(OffendingPage)).Where(IsForbidden).Should().NotBeEmpty("the rule catches a page that takes a port");
    }

    private static IEnumerable<string> ForeignReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !name.StartsWith("System", StringComparison.Ordinal));

    private static IEnumerable<string> OutwardReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name =>
            name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("OpenIddict", StringComparison.Ordinal)
            || name is "CleanLogin.Infrastructure" or "CleanLogin.Web" or "System.Net.Http");

    private static bool IsFit(Type handler) => handler is { IsSealed: true, IsNotPublic: true };

    private static bool IsOpen(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsSealed: false } && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Namespace?.StartsWith("CleanLogin", StringComparison.Ordinal) is true;

    private static bool IsForbidden(Type type) =>
        (type.Namespace == "CleanLogin.Application.Ports" && type.IsInterface)
        || type.Namespace?.StartsWith("CleanLogin.Infrastructure", StringComparison.Ordinal) is true;

    private static IEnumerable<Type> Dependencies(Type page) =>
        page.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType);

    private static IEnumerable<Type> HandlerInterfaces(Type type) => Closes(type, typeof(MediatR.IRequestHandler<,>));

    private static IEnumerable<Type> Closes(Type type, Type definition) =>
        type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == definition);

#pragma warning disable CA1852, CA1812 // Offenders: what the rules must catch.
    public class OffendingHandler;

    private class OffendingPage(Application.Ports.IAccounts accounts) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
    {
        public Application.Ports.IAccounts Accounts => accounts;
    }
#pragma warning restore CA1852, CA1812
}

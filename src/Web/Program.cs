using CleanLogin.Application;
using CleanLogin.Infrastructure;
using CleanLogin.Web.Commands;
using CleanLogin.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);

// Everywhere, not only in Development: a service that cannot be built stops the host at start, not a person at login.
builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
builder.WebHost.LimitRequests();

builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration, builder.Environment);
builder.Services.AddWeb(builder.Configuration);

var isCommand = OperatorCommands.IsGiven(args);
if (isCommand)
{
    // What it prints is for a person to read.
    builder.Logging.ClearProviders();
}

await using var app = builder.Build();
if (isCommand)
{
    return await OperatorCommands.RunAsync(args, app.Services, Console.Out, CancellationToken.None);
}

app.UseWeb();
await app.RunAsync();
return 0;

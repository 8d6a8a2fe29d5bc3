using CleanLogin.Application;
using CleanLogin.Infrastructure;
using CleanLogin.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);

// Everywhere, not only in Development: a service that cannot be built stops the host at start, not a person at login.
builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
builder.WebHost.LimitRequests();

builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration, builder.Environment);
builder.Services.AddWeb(builder.Configuration);

var app = builder.Build();
app.UseWeb();
await app.RunAsync();

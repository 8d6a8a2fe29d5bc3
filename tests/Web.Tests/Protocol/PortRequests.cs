using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using CleanLogin.Application.Ports;
using CleanLogin.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Web.Tests.Protocol;

/// <summary>
/// Lets a test speak to the port where alone it works: within a request that a browser sends with its cookies, and that has been
/// through the whole pipeline of the host.
/// </summary>
internal sealed class PortRequests : IStartupFilter
{
    private const string Prefix = "/port-of-the-engine";

    private readonly ConcurrentDictionary<string, Func<IAuthorizationServer, Task>> _questions = new(StringComparer.Ordinal);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Map(Prefix, branch => branch.Run(AnswerAsync));
    };

    public async Task<T> AskAsync<T>(
        Person person, Func<IAuthorizationServer, ValueTask<T>> question, string query = "", AuthenticationHeaderValue? header = null)
    {
        T answer = default!;
        var path = $"/{Guid.NewGuid():N}";
        _questions[path] = async server => answer = await question(server);
        using var response = await person.FetchAsideAsync(Prefix + path + query, header);
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        return answer;
    }

    private async Task AnswerAsync(HttpContext http)
    {
        _questions.TryRemove(http.Request.Path.Value!, out var question).Should().BeTrue();
        await question!(http.RequestServices.GetRequiredService<IAuthorizationServer>());
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}

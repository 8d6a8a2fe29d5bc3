using FluentValidation;
using MediatR;

namespace CleanLogin.Application.Pipeline;

internal sealed class ValidationBehavior<TRequest, TOutcome>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TOutcome>
    where TRequest : IRequest<TOutcome>
    where TOutcome : IValidatedOutcome<TOutcome>
{
    public async Task<TOutcome> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TOutcome> next)
    {
        var faults = new List<FieldFault>();
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            faults.AddRange(result.Errors.Select(error => new FieldFault(error.PropertyName, error.ErrorMessage)));
        }

        return faults.Count == 0 ? await next() : TOutcome.FromFaults(faults);
    }
}

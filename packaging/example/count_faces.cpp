// Opens a data set of any format and says how many faces it has and what their points are.
#include <core/base/error.h>
#include <core/formats/open_dataset.h>

#include <iostream>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: count_faces DATA\n";
        return 2;
    }
    try {
        const rudolph::Dataset dataset = rudolph::open_dataset(argv[1]);
        std::cout << dataset.samples.size() << " faces with the points of " << dataset.scheme.name
                  << ", " << dataset.problems.size() << " problems\n";
    } catch (const rudolph::Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
